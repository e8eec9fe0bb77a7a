"""Definition files to checked definitions, with every mistake collected.

* `definitions`: a folder of definition files, one family a file, each run as data
* `extends`: definitions of other projects that a project extends
* `imports`: what a definition file may import
* `broken`: mistakes in a file that cannot run
* `calls`: invalid calls
* `retired`: the RETIRED list of a definition file
* `validate`: mistakes within one definition
* `types`: values of the wrong type
* `facts`: mistakes in stated facts
* `source`: the place of a definition in its file
"""
