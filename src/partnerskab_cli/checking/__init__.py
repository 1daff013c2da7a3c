"""Files → report: read, shape, ask every rule, waive, place, sort."""

from .file import check_bytes as check_bytes, check_file as check_file, check_source_file as check_source_file
from .report import join_reports as join_reports
from .spoken import CheckOptions as CheckOptions
