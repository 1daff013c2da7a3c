"""Writing agreements: whole files or nothing, small edits in place, a fresh file, a tidy one."""
