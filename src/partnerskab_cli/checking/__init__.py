"""Files → report: read, shape, ask every rule, waive, place, sort."""

from .file import check_bytes as check_bytes, check_file as check_file, check_sheet as check_sheet
from .report import joined as joined
from .spoken import Settings as Settings
