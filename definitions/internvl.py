"""InternVL, by OpenGVLab."""

from codegen.schema import GGUF, NONE, ModelMeta, Row, verify

INTERNVL = ModelMeta(
    org="OpenGVLab",
    base_name="InternVL",
    rows=[
        Row(versions=["3"], sizes=["1B", "2B", "8B"], tags=[None], quants=[NONE, GGUF]),
        Row(versions=["3"], sizes=["1B", "2B", "8B"], tags=["Instruct"], quants=[GGUF]),
        Row(versions=["3"], sizes=["14B", "78B"], tags=["Instruct"], quants=[GGUF]),
        Row(versions=["3"], sizes=["14B", "38B", "78B"], tags=[None], quants=[GGUF]),
        Row(versions=["3_5"], sizes=["14B"], tags=[None], quants=[GGUF]),
    ],
    name="{base_name}{model_version}-{size}-{instruct_tag}",
    modality="vision",
)

if __name__ == "__main__":
    verify(__file__)
