"""What an editor expects of each kind of quotation: invented texts with all their quotes."""
