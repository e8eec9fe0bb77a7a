"""UPLOADER = "globex" is not what this says."""
