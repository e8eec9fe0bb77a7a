"""Fields to names and back: repo names, constants, sizes, quantization tags."""
