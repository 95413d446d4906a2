"""Expands a SAM template, as CloudFormation does: JSON from the standard input to its output.

Runs in SAM's environment, which knows nothing of this project.
"""

import json
import sys
from types import SimpleNamespace

from samtranslator.translator.transform import transform

if __name__ == "__main__":
    no_managed_policies = SimpleNamespace(load=dict)
    json.dump(transform(json.load(sys.stdin), {}, no_managed_policies), sys.stdout)
