# Commands that the pages of this folder use: `. docs/operations/commands.sh`, with STACK set to the
# name of the stack (and AWS_PROFILE, AWS_REGION as usual). All but the last four only look.

STACK=${STACK:-ankangbao}

# An output of the stack: out SweeperFunctionName
out() {
  aws cloudformation describe-stacks --stack-name "$STACK" --output text \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue"
}

# What a resource of template.yaml is called in this account: named RostersFunction
named() {
  aws cloudformation describe-stack-resource --stack-name "$STACK" --logical-resource-id "$1" \
    --output text --query StackResourceDetail.PhysicalResourceId
}

# The lines of a function's log that are errors or warnings: faults RostersFunction 2d
faults() {
  aws logs tail "/aws/lambda/$(named "$1")" --since "${2:-3h}" --format short \
    --filter-pattern '{ $.level = "ERROR" || $.level = "WARNING" || $.level = "CRITICAL" }'
}

# All lines of a function's log with a word: lines WatchFunction looked 2h
lines() {
  aws logs tail "/aws/lambda/$(named "$1")" --since "${3:-3h}" --format short --filter-pattern "\"$2\""
}

# Which alarms ring now
ringing() {
  aws cloudwatch describe-alarms --state-value ALARM --alarm-name-prefix "$STACK-" --output table \
    --query 'MetricAlarms[].[AlarmName,StateUpdatedTimestamp,AlarmDescription]'
}

# The letters that name what was given up, without taking them away
letters() {
  aws sqs receive-message --queue-url "$(out DeadLettersUrl)" --max-number-of-messages 10 \
    --visibility-timeout 5 --query 'Messages[].Body' --output json
}

# Package and deploy the version in this folder. Parameters that are not named stay as they are deployed:
# deploy HashKeys=1,2 TableName=ankangbao-20261130
deploy() {
  if [ -e samconfig.toml ]; then
    echo "Nothing was deployed: samconfig.toml would put parameters back as they were when it was written. Remove it." >&2
    return 1
  fi
  make package && .venv-sam/bin/sam deploy --stack-name "$STACK" --resolve-s3 --capabilities CAPABILITY_IAM \
    --no-fail-on-empty-changeset ${1:+--parameter-overrides "$@"}
}

# Start a schedule's function now: start RetentionFunction
start() {
  aws lambda invoke --invocation-type Event --function-name "$(named "$1")" /dev/null
}

# Let a function run no more, until reopen: shut StaffFunction
shut() {
  aws lambda put-function-concurrency --function-name "$(named "$1")" --reserved-concurrent-executions 0
}

# Let it run again; a public function with its number of AtOnce in template.yaml: reopen ClaimsFunction 20
reopen() {
  if [ -n "$2" ]; then
    aws lambda put-function-concurrency --function-name "$(named "$1")" --reserved-concurrent-executions "$2"
  else
    aws lambda delete-function-concurrency --function-name "$(named "$1")"
  fi
}
