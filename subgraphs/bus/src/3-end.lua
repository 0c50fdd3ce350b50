-- What is known of a delivery that has not ended, or nothing. Both values are as index and leases keep them.
local function parse_delivery(id, index, lease)
  if not index then return nil end
  local entry, mark, source, type, key = index:match('^([%d-]+)(%*?) (%S+) (%S+) (.*)$')
  local delivery = { id = id, entry = entry, kept = mark == '*', source = source, type = type, key = key, state = 'P', tries = 0, failures = 0, since = 0, by = '' }
  if lease then
    local state, tries, failures, since, by = lease:match('^(%S+) (%S+) (%S+) (%S+) (.*)$')
    delivery.state, delivery.tries, delivery.failures = state, tonumber(tries), tonumber(failures)
    delivery.since, delivery.by = tonumber(since), by
  end
  return delivery
end

local function read_delivery(tenant, application, id)
  return parse_delivery(id, redis.call('HGET', key_of('index', tenant, application), id), redis.call('HGET', key_of('leases', tenant, application), id))
end

-- Why there is no such delivery: how it ended, or that it never was, or not for this application.
local function why_missing(tenant, application, id)
  local answer = redis.call('GET', key_of('answer', tenant, application, id))
  -- Read, not decoded: what it says is the application's, as deep as it likes.
  if answer then return answer:match('^{"status":"(%u+)"') or 'UNKNOWN' end
  for _, channel in ipairs(redis.call('HKEYS', key_of('totals', tenant))) do
    local other = channel:match('>(.-)|pending$')
    if other and (redis.call('HEXISTS', key_of('index', tenant, other), id) == 1 or redis.call('EXISTS', key_of('answer', tenant, other, id)) == 1) then
      return 'NO_TARGET'
    end
  end
  return 'UNKNOWN'
end

-- Takes an entry out of its channel that no delivery has: its name could not be read back when it ended.
local function clear_away(tally, tenant, channel, entry)
  redis.call('ZREM', key_of('due', tenant, channel), entry)
  if redis.call('XDEL', key_of('queue', tenant, channel), entry) == 1 then count(tally, tenant, channel, 'pending', -1) end
end

-- The next one with this ordering key may go, once the one before is done with; one that ends before its turn waits no more.
local function release(tally, tenant, application, delivery)
  local channel = delivery.source .. '>' .. application
  local busy = key_of('busy', tenant, channel)
  local behind = key_of('behind', tenant, channel, delivery.key)
  if redis.call('HGET', busy, delivery.key) ~= delivery.entry then redis.call('LREM', behind, 1, delivery.entry) return end
  local following = redis.call('LPOP', behind)
  if not following then redis.call('HDEL', busy, delivery.key) return end
  redis.call('HSET', busy, delivery.key, following)
  redis.call('ZADD', key_of('due', tenant, channel), 0, following)
  ring(tally, tenant, delivery.source, application)
end

local ENDS_KEPT = 1000000

-- Which subgraphs hear how deliveries of a type end; asked once in a step.
local function homes_of(tally, type)
  if not tally.homes then tally.homes = redis.call('SMEMBERS', BUS .. 'hearing') end
  local found = {}
  for _, home in ipairs(tally.homes) do
    if redis.call('SISMEMBER', key_of('hears-ends', home), type) == 1 then found[#found + 1] = home end
  end
  return found
end

-- Tells them, with the event as it was told; the entry stays until they have kept it.
local function tell_homes(tally, tenant, application, delivery, answer)
  local homes = homes_of(tally, delivery.type)
  if #homes == 0 then return end
  local queue = key_of('queue', tenant, delivery.source .. '>' .. application)
  local found = redis.call('XRANGE', queue, delivery.entry, delivery.entry)[1]
  if not found then return end
  for _, home in ipairs(homes) do
    redis.call('XADD', key_of('ends', home), 'MAXLEN', '~', ENDS_KEPT, '*', 'tenant', tenant, 'target', application, 'event', found[2][2], 'answer', answer)
  end
end

-- A delivery ends. `data` is JSON, or nothing.
local function finish(tally, tenant, application, delivery, status, kept, data)
  local now = tally.now
  local published = tonumber(delivery.entry:match('^%d+'))
  local acknowledged = status == 'ACKNOWLEDGED'
  local answer = '{"status":"' .. status .. '","source":"' .. delivery.source .. '","type":"' .. delivery.type .. '","published":' .. string.format('%.0f', published)
    .. ',"leased":' .. string.format('%.0f', delivery.since) .. ',"ended":' .. string.format('%.0f', now) .. ',"attempts":' .. delivery.tries
    .. ',"by":' .. cjson.encode(delivery.by) .. ',"data":' .. (data ~= '' and data or 'null') .. '}'
  redis.call('SET', key_of('answer', tenant, application, delivery.id), answer, 'PX', kept)
  tell_homes(tally, tenant, application, delivery, answer)
  if delivery.key ~= '' then release(tally, tenant, application, delivery) end
  if delivery.failures > 0 then count(tally, tenant, delivery.source .. '>' .. application, 'retrying', -1) end
  if not acknowledged or delivery.tries > 1 or delivery.failures > 0 then redis.call('DEL', key_of('trouble', tenant, application, delivery.id)) end
  take_away(tally, tenant, application, delivery, acknowledged and 'acknowledged' or (status == 'TIMEOUT' and 'timeout' or 'failed'), acknowledged and (now - published))
  return answer
end

-- Something failed in a channel in which nothing has succeeded since: an attempt, or a delivery that was given up.
local function note_failing(tenant, channel, now, attempts, given_up)
  local key = key_of('failing', tenant)
  local since, failed, ended = (redis.call('HGET', key, channel) or ''):match('^(%d+) (%d+) (%d+)$')
  redis.call('HSET', key, channel, string.format('%s %d %d',
    since or string.format('%.0f', now), tonumber(failed or '0') + attempts, tonumber(ended or '0') + given_up))
end

-- One failure more: so many in a row open the breaker of the application, and a failing probe opens it again.
local function note_failure(tenant, application, now, breaker)
  local key = key_of('application', tenant, application)
  local failures = redis.call('HINCRBY', key, 'failures', 1)
  local state = redis.call('HGET', key, 'breaker') or 'CLOSED'
  if state == 'HALF_OPEN' or (state == 'CLOSED' and failures >= breaker.failures) then
    redis.call('HSET', key, 'breaker', 'OPEN', 'openUntil', now + breaker.openMs, 'since', now)
    redis.call('HDEL', key, 'probeUntil')
  end
end

local function note_attempt(tenant, application, delivery, now, error)
  local attempt = { number = delivery.tries, by = delivery.by, leased = delivery.since, ended = now, error = error }
  redis.call('RPUSH', key_of('trouble', tenant, application, delivery.id), cjson.encode(attempt))
end

local ANSWERS_KEPT_MS = 60 * 60 * 1000
local LAPSES_KEPT_MS = 60 * 60 * 1000

-- No further attempt: the database takes it over, with its payload and what went wrong.
local function give_up(tally, tenant, application, delivery, status, error)
  local queue = key_of('queue', tenant, delivery.source .. '>' .. application)
  local found = redis.call('XRANGE', queue, delivery.entry, delivery.entry)[1]
  local log = redis.call('LRANGE', key_of('trouble', tenant, application, delivery.id), 0, -1)
  tell_keeper(tenant, application, delivery.id, status, {
    'event', found and found[2][2] or '', 'error', error, 'attempts', '[' .. table.concat(log, ',') .. ']',
    'published', delivery.entry:match('^%d+'), 'ended', tally.now,
  })
  finish(tally, tenant, application, delivery, status, ANSWERS_KEPT_MS, '')
end

-- Whether this lease is the first to run out of those that one call handed out. They are one failure: a consumer that dies
-- with a hundred says no more of its application than one that dies with a single delivery.
local function is_first_lapse(tenant, application, delivery)
  local key = key_of('lapsed', tenant, application, string.format('%.0f', delivery.since), delivery.by)
  return redis.call('SET', key, 1, 'NX', 'PX', LAPSES_KEPT_MS)
end

-- A lease ran out: the attempt has failed, and the next one may begin at once. Answers whether it was the last one.
local function expire(tally, tenant, application, delivery, policy)
  local error = 'The lease ran out before an answer came.'
  tally.touched[tenant] = true
  note_attempt(tenant, application, delivery, tally.now, error)
  local channel = delivery.source .. '>' .. application
  if is_first_lapse(tenant, application, delivery) then
    note_failure(tenant, application, tally.now, policy.breaker)
    note_failing(tenant, channel, tally.now, 1, 0)
  end
  if delivery.tries < policy.attempts then return false end
  note_failing(tenant, channel, tally.now, 0, 1)
  give_up(tally, tenant, application, delivery, 'FAILED', error)
  return true
end

-- What failed waits and is tried again, or has been tried often enough and is given up. Answers the status it has now.
-- One that nobody has, since it waits already, goes on waiting: a failure that is told twice is one, and no turn is jumped.
-- `attempt` says whose failure it is; that of a holder whose lease ran out was counted then, and is no matter of the present one.
local function fail(tally, tenant, application, delivery, attempt, error, may_retry, policy)
  if attempt and attempt ~= delivery.tries then return 'RETRYING' end
  if may_retry and delivery.state ~= 'L' then return 'RETRYING' end
  local now = tally.now
  note_attempt(tenant, application, delivery, now, error)
  note_failure(tenant, application, now, policy.breaker)
  tally.touched[tenant] = true
  local channel = delivery.source .. '>' .. application
  local is_last = not may_retry or delivery.tries >= policy.attempts
  note_failing(tenant, channel, now, 1, is_last and 1 or 0)
  if is_last then
    give_up(tally, tenant, application, delivery, 'FAILED', error)
    return 'FAILED'
  end
  local failures = delivery.failures + 1
  if failures == 1 then count(tally, tenant, channel, 'retrying', 1) end
  local again = now + math.min(policy.backOffMs * 2 ^ (failures - 1), policy.backOffAtMostMs)
  redis.call('HSET', key_of('leases', tenant, application), delivery.id,
    string.format('R %d %d %.0f %s', delivery.tries, failures, delivery.since, delivery.by))
  -- New among those that are due: its lease had run out, and somebody who wanted other types put it aside. It is in one place only.
  if redis.call('ZADD', key_of('due', tenant, channel), again, delivery.entry) == 1 then
    redis.call('LREM', key_of('parked', tenant, channel, delivery.type), 1, delivery.entry)
  end
  redis.call('ZADD', key_of('ready', tenant, application), 'LT', again, delivery.source)
  redis.call('ZADD', key_of('ready', application), 'LT', again, tenant)
  return 'RETRYING'
end
