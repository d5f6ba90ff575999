"""Stores as they were written by the versions and forms before this one."""
