"""The only access to the network: what the Hub says of ids and owners, and the lock."""
