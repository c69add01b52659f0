"""Problems with the data: findings, their words in the rulebook, and reports."""
