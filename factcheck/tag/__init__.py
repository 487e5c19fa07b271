"""Sentences → typed mentions, found once: dates and times, numbers, money and measures, people, offices and places."""
