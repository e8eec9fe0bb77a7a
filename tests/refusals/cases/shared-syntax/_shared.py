PLAIN = [
