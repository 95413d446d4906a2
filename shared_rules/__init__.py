"""The rules of 安康保 as pure functions: no AWS, no network, no environment, no clock.

Values come from the dated files in `plans/`, wording from `plans/messages.yaml`; dates come in as
arguments. See README.md for the way from each article to the function that carries it out.
"""
