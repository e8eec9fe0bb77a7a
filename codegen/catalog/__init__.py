"""Everything declared, as one web page and one JSON file.

* `content`: the content of catalog.json
* `page`: the web page
"""
