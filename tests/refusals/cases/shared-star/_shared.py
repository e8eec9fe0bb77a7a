PLAIN = []
