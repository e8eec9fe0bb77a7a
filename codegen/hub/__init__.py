"""The only access to the network: questions to the Hub, its answers, and the lock.

* `client`: huggingface_hub's client, with limits
* `ask`: questions: what an owner has, what became of ids
* `listing`: the answer about an owner
* `answer`: the answer about an id
* `verdict`: an answer about an id, as a value
* `failure`: the reasons for no answer
* `verify`: verdicts on declared models
* `lock`: answers recorded beside the definitions
"""
