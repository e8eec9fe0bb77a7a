"""KernelLLM, by Meta."""

from codegen.schema import GGUF, ModelMeta, verify

KERNEL_LLM = ModelMeta(org="facebook", base_name="KernelLLM", quant_types=[GGUF], modality="code")

if __name__ == "__main__":
    verify(__file__)
