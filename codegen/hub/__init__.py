"""The only access to the network: questions to the Hub, its answers, and the lock.

* `loop`: the event loop that requests run in
* `session`: requests to the Hub, with limits
* `answer`: one HTTP answer
* `failure`: why there is no answer
* `repo`: a repo as the Hub describes it
* `facts`: what a repo holds: commit, weights, files
* `listing`: lists the repos of an owner
* `lookup`: asks about one id
* `ask`: asks about owners and ids
* `verdict`: the status of one id
* `verify`: verdicts on declared models
* `lock`: the recorded verdicts and facts, in a file next to the definitions
* `entry`: an entry of the lock, as JSON
* `lock_diff`: the differences between two locks
* `contradictions`: declared facts compared with the Hub's
* `recorded`: models with the facts of the lock
"""
