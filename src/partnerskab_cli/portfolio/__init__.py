"""What the record as a whole says: agreements and a day → overviews, deadlines, money, coverage, meetings."""
