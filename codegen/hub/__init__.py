"""The only access to the network: questions to the Hub, its answers, and the lock.

* `loop`: the event loop that requests run in
* `session`: requests to the Hub, with limits
* `answer`: one HTTP answer
* `failure`: the reasons for no answer
* `repo`: a repo as the Hub describes it
* `facts`: what a repo holds: commit, weights, files
* `listing`: all repos of an owner
* `lookup`: what became of one id
* `ask`: questions about owners and ids, for callers
* `verdict`: what is known about one id
* `verify`: verdicts on declared models
* `lock`: verdicts and facts recorded beside the definitions
* `entry`: one id of the lock, as JSON
* `lock_diff`: what happened on the Hub between two locks
* `contradictions`: declared facts against what the Hub says
* `recorded`: models with what the lock knows of them
"""
