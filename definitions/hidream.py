"""HiDream, by HiDream.ai."""

from codegen.schema import FP8, NONE, ModelMeta, verify

HIDREAM_I1 = ModelMeta(
    org="HiDream-ai",
    base_name="HiDream",
    model_version="I1",
    instruct_tags=["Full", "Dev", "Fast"],
    quant_types={"Full": [NONE, FP8], ("Dev", "Fast"): [NONE]},
    modality="image",
)

if __name__ == "__main__":
    verify(__file__)
