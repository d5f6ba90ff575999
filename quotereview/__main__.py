"""``python -m quotereview``."""

from quotereview.app import main

main()
