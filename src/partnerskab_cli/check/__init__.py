"""Files → report: read, shape, ask every rule, waive, place, sort."""

from .engine import check_bytes as check_bytes, check_file as check_file, check_source_file as check_source_file
from .hits import CheckOptions as CheckOptions
from .report import join_reports as join_reports
