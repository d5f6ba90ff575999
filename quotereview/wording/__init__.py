"""Words as they are compared, whoever printed them: folded, in one spelling, and with how rare each is."""
