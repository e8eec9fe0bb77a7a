"""The only access to the network: questions to the Hub, its answers, and the lock.

* `loop`: the event loop that requests run in
* `session`: requests to the Hub, with limits
* `answer`: one HTTP answer
* `failure`: the reasons for no answer
* `repo`: a repo as the Hub describes it
* `listing`: all repos of an owner
* `lookup`: what became of one id
* `ask`: questions about owners and ids, for callers
* `verdict`: what is known about one id
* `verify`: verdicts on declared models
* `lock`: verdicts recorded beside the definitions
"""
