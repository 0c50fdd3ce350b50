-- The breaker closes with the first success. Answers whether it was open.
local function note_success(tenant, application, now)
  local key = key_of('application', tenant, application)
  local found = redis.call('HMGET', key, 'breaker', 'failures')
  if (found[1] or 'CLOSED') ~= 'CLOSED' then
    redis.call('HSET', key, 'breaker', 'CLOSED', 'since', now, 'failures', 0)
    redis.call('HDEL', key, 'openUntil', 'probeUntil')
    return true
  end
  if tonumber(found[2] or '0') > 0 then redis.call('HSET', key, 'failures', 0) end
  return false
end

local ACKNOWLEDGMENTS_KEPT_MS = 24 * 60 * 60 * 1000
local ACKNOWLEDGMENTS_KEPT = 10000

-- What applications that follow theirs hear: nothing is kept for those that never did. `told` remembers who follows.
local function tell_source(told, tenant, application, delivery, answer)
  local source = delivery.source
  if told[source] == nil then told[source] = redis.call('SISMEMBER', key_of('hears', tenant), source) == 1 end
  if told[source] then
    redis.call('XADD', key_of('acknowledged', tenant, source), 'MAXLEN', '~', ACKNOWLEDGMENTS_KEPT, '*', 'id', delivery.id, 'target', application, 'answer', answer)
  end
end

local function ring_sources(told, tenant)
  for source, hears in pairs(told) do
    if hears then
      redis.call('PEXPIRE', key_of('acknowledged', tenant, source), ACKNOWLEDGMENTS_KEPT_MS)
      redis.call('PUBLISH', key_of('acknowledged', tenant, source), '')
    end
  end
end

-- Acknowledges deliveries. ARGV: tenant, application, how long the answer can be read in ms, then per delivery: event id, data as JSON.
-- Answers for each ACKNOWLEDGED, AGAIN (it was before), UNKNOWN, NO_TARGET, or the status in which it ended otherwise.
redis.register_function('mycelium_acknowledge', function(_, args)
  local tenant, application, kept = args[1], args[2], args[3]
  local tally = open_tally()
  local ids, outcomes, told, seen = {}, {}, {}, {}
  for i = 4, #args, 2 do ids[#ids + 1] = args[i] end
  local index = redis.call('HMGET', key_of('index', tenant, application), unpack(ids))
  local leases = redis.call('HMGET', key_of('leases', tenant, application), unpack(ids))
  for at, id in ipairs(ids) do
    local delivery = not seen[id] and parse_delivery(id, index[at], leases[at])
    if not delivery then
      local why = seen[id] and 'ACKNOWLEDGED' or why_missing(tenant, application, id)
      outcomes[at] = why == 'ACKNOWLEDGED' and 'AGAIN' or why
    else
      seen[id] = true
      local failed = delivery.kept and redis.call('LRANGE', key_of('trouble', tenant, application, id), 0, -1)
      local answer = finish(tally, tenant, application, delivery, 'ACKNOWLEDGED', kept, args[3 + at * 2])
      if delivery.kept then tell_keeper(tenant, application, id, 'ACKNOWLEDGED', { 'answer', answer, 'attempts', '[' .. table.concat(failed, ',') .. ']' }) end
      tell_source(told, tenant, application, delivery, answer)
      outcomes[at] = 'ACKNOWLEDGED'
    end
  end
  if next(seen) and note_success(tenant, application, tally.now) then
    for _, source in ipairs(redis.call('ZRANGE', key_of('ready', tenant, application), 0, -1)) do ring(tally, tenant, source, application) end
  end
  ring_sources(told, tenant)
  close_tally(tally)
  return outcomes
end)

-- Says that deliveries failed. ARGV: tenant, application, a policy as JSON where it is not the tenant's, then per delivery:
-- event id, number of the attempt or nothing for the last one, reason, 1 when it may be tried again.
-- Answers for each RETRYING, FAILED, UNKNOWN, NO_TARGET, or the status in which it ended before.
redis.register_function('mycelium_fail', function(_, args)
  local tenant, application, policy = args[1], args[2], policy_of(args[1], args[3])
  local outcomes = {}
  for i = 4, #args, 4 do
    local delivery = read_delivery(tenant, application, args[i])
    if delivery then
      local tally = open_tally()
      outcomes[#outcomes + 1] = fail(tally, tenant, application, delivery, tonumber(args[i + 1]), args[i + 2], args[i + 3] == '1', policy)
      close_tally(tally)
    else
      outcomes[#outcomes + 1] = why_missing(tenant, application, args[i])
    end
  end
  return outcomes
end)

-- Gives up deliveries that nobody could read, and goes on as if they had not come: they say nothing of the application.
-- ARGV: tenant, application, then per delivery: event id, reason.
redis.register_function('mycelium_give_up', function(_, args)
  local tenant, application = args[1], args[2]
  local tally = open_tally()
  for i = 3, #args, 2 do
    local delivery = read_delivery(tenant, application, args[i])
    if delivery then
      note_attempt(tenant, application, delivery, tally.now, args[i + 1])
      give_up(tally, tenant, application, delivery, 'FAILED', args[i + 1])
      tally.touched[tenant] = true
    end
  end
  -- A probe that could not be read is none.
  redis.call('HDEL', key_of('application', tenant, application), 'probeUntil')
  close_tally(tally)
end)

-- Says that the bus and those who answer on it are at work, as the sweeper does all the time. ARGV: how often, in ms.
-- Nobody could acknowledge while it did not: what waited then has that much more time.
redis.register_function('mycelium_awake', function(_, args)
  local now, key = clock(), BUS .. 'awake'
  local slept = now - tonumber(redis.call('HGET', key, 'seen') or now) - 3 * tonumber(args[1])
  redis.call('HSET', key, 'seen', now)
  if slept > 0 then redis.call('HSET', key, 'woke', now, 'slept', slept) end
  return slept
end)

-- How much later than usual something of this moment is given up: a delivery that waited through the last outage waited in vain.
local function slept_since(since)
  local woke, slept = unpack(redis.call('HMGET', BUS .. 'awake', 'woke', 'slept'))
  if not woke or since >= tonumber(woke) then return 0 end
  return math.min(tonumber(slept), tonumber(woke) - since)
end

-- Gives up what nobody acknowledged in time, or whose last lease ran out. ARGV: tenant, source, application, how many at most.
-- Answers how many ended. Time stands still while the channel is paused or the breaker open.
redis.register_function('mycelium_sweep', function(_, args)
  local tenant, source, application, policy, most = args[1], args[2], args[3], policy_of(args[1], ''), tonumber(args[4])
  local within = tonumber(redis.call('HGET', key_of('settings', tenant), 'acknowledgeWithinMs') or USUAL.acknowledgeWithinMs)
  local channel = source .. '>' .. application
  local breaker = redis.call('HGET', key_of('application', tenant, application), 'breaker') or 'CLOSED'
  if breaker ~= 'CLOSED' or redis.call('SISMEMBER', key_of('paused', tenant), channel) == 1 then return 0 end
  -- Who follows others has a schedule of its own, of days.
  if redis.call('HEXISTS', key_of('followers', tenant), application) == 1 then return 0 end
  local tally = open_tally()
  local ended = {}
  local queue = key_of('queue', tenant, channel)
  local late = redis.call('XRANGE', queue, '-', string.format('%.0f', tally.now - within), 'COUNT', most)
  for _, entry in ipairs(late) do
    local since = tonumber(string.match(entry[1], '^%d+'))
    if since + within + slept_since(since) <= tally.now then
      local delivery = read_delivery(tenant, application, entry[2][4])
      if delivery and delivery.entry == entry[1] then
        note_failing(tenant, channel, tally.now, 0, 1)
        give_up(tally, tenant, application, delivery, 'TIMEOUT', 'Nobody acknowledged it in time.')
      else
        clear_away(tally, tenant, channel, entry[1])
      end
      ended[#ended + 1] = entry[1]
      ended[entry[1]] = true
    end
  end
  for _, entry in ipairs(redis.call('ZRANGE', key_of('due', tenant, channel), '-inf', tally.now, 'BYSCORE', 'LIMIT', 0, most)) do
    local found = not ended[entry] and redis.call('XRANGE', queue, entry, entry)[1]
    local delivery = found and read_delivery(tenant, application, found[2][4])
    if delivery and delivery.state == 'L' and delivery.tries >= policy.attempts and expire(tally, tenant, application, delivery, policy) then
      ended[#ended + 1] = entry
    end
  end
  close_tally(tally)
  return #ended
end)

-- Stops a channel, or lets it go on: what is published waits. ARGV: tenant, source, application, 1 to stop. Answers whether that was new.
redis.register_function('mycelium_pause', function(_, args)
  local tenant, source, application = args[1], args[2], args[3]
  local key, channel = key_of('paused', tenant), source .. '>' .. application
  local tally = open_tally()
  local changed = redis.call(args[4] == '1' and 'SADD' or 'SREM', key, channel)
  if changed == 1 then tally.touched[tenant] = true end
  if args[4] ~= '1' then ring(tally, tenant, source, application) end
  close_tally(tally)
  return changed
end)

-- Counts a channel anew from what lies in it, and puts the counters right. ARGV: tenant, source, application.
-- Answers what they said and what is true: pending, pending, retrying, retrying.
redis.register_function('mycelium_recount', function(_, args)
  local tenant, source, application = args[1], args[2], args[3]
  local channel = source .. '>' .. application
  local totals = key_of('totals', tenant)
  local said = redis.call('HMGET', totals, channel .. '|pending', channel .. '|retrying')
  local pending = redis.call('XLEN', key_of('queue', tenant, channel))
  local retrying = 0
  local leases = redis.call('HGETALL', key_of('leases', tenant, application))
  for i = 1, #leases, 2 do
    local delivery = read_delivery(tenant, application, leases[i])
    if delivery and delivery.source == source and delivery.failures > 0 then retrying = retrying + 1 end
  end
  redis.call('HSET', totals, channel .. '|pending', pending, channel .. '|retrying', retrying)
  return { tonumber(said[1] or '0'), pending, tonumber(said[2] or '0'), retrying }
end)

-- What waits after failures is tried at once, and the breaker closed. ARGV: tenant, application, perhaps the one event. Answers how many.
redis.register_function('mycelium_hasten', function(_, args)
  local tenant, application = args[1], args[2]
  local tally = open_tally()
  local hastened = 0
  for _, id in ipairs(args[3] and { args[3] } or redis.call('HKEYS', key_of('leases', tenant, application))) do
    local delivery = read_delivery(tenant, application, id)
    if delivery and delivery.state == 'R' then
      redis.call('ZADD', key_of('due', tenant, delivery.source .. '>' .. application), 0, delivery.entry)
      ring(tally, tenant, delivery.source, application)
      hastened = hastened + 1
    end
  end
  redis.call('DEL', key_of('application', tenant, application))
  tally.touched[tenant] = true
  close_tally(tally)
  return hastened
end)

-- Forgets a target with all that waits for it. ARGV: tenant, application.
redis.register_function('mycelium_forget_target', function(_, args)
  local tenant, application = args[1], args[2]
  local totals = key_of('totals', tenant)
  for _, field in ipairs(redis.call('HKEYS', totals)) do
    local channel, target = field:match('^(.->(.-))|')
    if target == application then
      redis.call('HDEL', totals, field)
      redis.call('SREM', BUS .. 'channels', tenant .. ' ' .. channel)
      redis.call('HDEL', key_of('failing', tenant), channel)
      for _, type in ipairs(redis.call('SMEMBERS', key_of('parks', tenant, channel))) do redis.call('DEL', key_of('parked', tenant, channel, type)) end
      for _, key in ipairs(redis.call('HKEYS', key_of('busy', tenant, channel))) do redis.call('DEL', key_of('behind', tenant, channel, key)) end
      for _, kind in ipairs({ 'queue', 'due', 'parks', 'busy' }) do redis.call('DEL', key_of(kind, tenant, channel)) end
    end
  end
  for _, id in ipairs(redis.call('HKEYS', key_of('leases', tenant, application))) do redis.call('DEL', key_of('trouble', tenant, application, id)) end
  for _, kind in ipairs({ 'index', 'leases', 'ready', 'application' }) do redis.call('DEL', key_of(kind, tenant, application)) end
  redis.call('DEL', key_of('ready', application))
  redis.call('HDEL', key_of('followers', tenant), application)
  tell_changed(tenant, clock())
end)
