"""Llama, by Meta."""

<<<<<<< HEAD
X = 1
=======
X = 2
>>>>>>> other
