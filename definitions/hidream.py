"""HiDream, by HiDream.ai."""

from codegen.schema import FP8, NONE, ModelMeta, Row, verify

HIDREAM_I1 = ModelMeta(
    org="HiDream-ai",
    base_name="HiDream",
    model_version="I1",
    rows=[Row(tags=["Full"], quants=[NONE, FP8]), Row(tags=["Dev", "Fast"], quants=[NONE])],
    modality="image",
    parameters="17.1B",  # https://github.com/unslothai/unsloth
)

if __name__ == "__main__":
    verify(__file__)
