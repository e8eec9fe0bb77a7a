from ._search import search_models as search_models
from .models import Family as Family
from .models import Models as Models
from .models import QuantType as QuantType

__all__ = ["Family", "Models", "QuantType", "search_models"]
