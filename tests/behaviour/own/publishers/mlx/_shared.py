"""The tags that mlx-community writes, stated once."""

from hubenum.schema import BF16, MLX_3BIT, MLX_4BIT, MLX_4BIT_DWQ, MLX_5BIT, MLX_8BIT

B16 = BF16.tagged("bf16")
B3 = MLX_3BIT.tagged("3bit")
B4 = MLX_4BIT.tagged("4bit")
B4_DWQ = MLX_4BIT_DWQ.tagged("4bit-DWQ")
B5 = MLX_5BIT.tagged("5bit")
B8 = MLX_8BIT.tagged("8bit")
