local function set_of(list)
  local set = {}
  for _, each in ipairs(list) do set[each] = true end
  return set
end

-- Who is told what others tell each other, and what of it: targets that no type names, such as webhook endpoints.
local function followers_of(tenant)
  local followers = {}
  local found = redis.call('HGETALL', key_of('followers', tenant))
  for i = 1, #found, 2 do
    local filter = cjson.decode(found[i + 1])
    followers[#followers + 1] = {
      application = found[i], types = filter.types and set_of(filter.types), sources = filter.sources and set_of(filter.sources),
      except = filter.except and set_of(filter.except),
    }
  end
  return followers
end

-- Without types it is all that reaches an application, but for the exceptions.
local function is_followed(follower, event)
  if follower.sources and not follower.sources[event.source] then return false end
  if follower.types then return follower.types[event.type] == true end
  return #event.targets > 0 and not (follower.except and follower.except[event.type])
end

-- What is known of a tenant while one step delivers to it: which applications hear nothing (their product is off, or was never had),
-- whether everything is kept in the database, and what is to be written at the end.
local function open_tenant(tally, tenant)
  local known = table_in(tally, 'tenants')[tenant]
  if known then return known end
  known = { off = {}, keeps_all = keeps_all(tenant), index = {}, names = {}, waiting = {}, followers = followers_of(tenant) }
  for _, name in ipairs(redis.call('SMEMBERS', key_of('off', tenant))) do known.off[name] = true end
  for _, name in ipairs(redis.call('SMEMBERS', key_of('unused', tenant))) do
    if redis.call('SISMEMBER', key_of('outside', name), tenant) == 0 then known.off[name] = true end
  end
  tally.tenants[tenant] = known
  return known
end

-- `kept`: the database has a row of it, which is to hear how it ends; the mark behind its entry in the index says so.
local function deliver_to(tally, known, tenant, application, event, replay, kept)
  local channel = event.source .. '>' .. application
  local queue = known.names[channel]
  if not queue then queue = key_of('queue', tenant, channel) known.names[channel] = queue end
  local entry = replay
    and redis.call('XADD', queue, '*', 'event', event.json, 'id', event.id, 'type', event.type, 'key', event.key, 'replay', '1')
    or redis.call('XADD', queue, '*', 'event', event.json, 'id', event.id, 'type', event.type, 'key', event.key)
  local index = table_in(known.index, application)
  index[#index + 1] = event.id
  index[#index + 1] = entry .. ((kept or known.keeps_all) and '* ' or ' ') .. event.source .. ' ' .. event.type .. ' ' .. event.key
  add(table_in(table_in(tally, 'published'), tenant .. ' ' .. channel), event.type, 1)
  if known.keeps_all then tell_keeper(tenant, application, event.id, 'PUBLISHED', { 'event', event.json }) end
end

-- Whether so many deliveries wait for a follower that it gets no more, with those of this step.
local function is_full(known, tenant, application)
  local before = known.waiting[application] or redis.call('HLEN', key_of('index', tenant, application))
  known.waiting[application] = before
  return before + #table_in(known.index, application) / 2 >= MOST_WAITING
end

-- Given up before the first attempt: it lies in the database until somebody retries it.
local function turn_away(tally, tenant, application, event)
  local channel = event.source .. '>' .. application
  tell_keeper(tenant, application, event.id, 'FAILED', {
    'event', event.json, 'error', 'Too many deliveries waited already.', 'attempts', '[]', 'published', tally.now, 'ended', tally.now,
  })
  redis.call('SADD', BUS .. 'channels', tenant .. ' ' .. channel)
  count(tally, tenant, channel, 'stored', 1)
  add(table_in(tally.minutes, tenant), channel .. '|failed', 1)
  for _, what in ipairs({ 'published', 'failed' }) do
    count(tally, tenant, channel, what, 1)
    count_day(tally, tenant, channel, event.type, what)
  end
end

-- Puts an event into the channel of each target, but for those that are switched off, and of each that follows it.
local function deliver(tally, event)
  local known = open_tenant(tally, event.tenant)
  for _, application in ipairs(event.targets) do
    if not known.off[application] then deliver_to(tally, known, event.tenant, application, event) end
  end
  for _, follower in ipairs(known.followers) do
    if is_followed(follower, event) then
      if is_full(known, event.tenant, follower.application) then
        turn_away(tally, event.tenant, follower.application, event)
      else
        deliver_to(tally, known, event.tenant, follower.application, event)
      end
    end
  end
end

local function close_deliveries(tally, what)
  for tenant, known in pairs(tally.tenants or {}) do
    for application, index in pairs(known.index) do
      if #index > 0 then redis.call('HSET', key_of('index', tenant, application), unpack(index)) end
    end
  end
  for key, types in pairs(tally.published or {}) do
    local tenant, source, application = key:match('^(%S+) (.-)>(.*)$')
    local channel = source .. '>' .. application
    for type, amount in pairs(types) do
      count(tally, tenant, channel, what, amount)
      count(tally, tenant, channel, 'pending', amount)
      count_day(tally, tenant, channel, type, what, amount)
    end
    ring(tally, tenant, source, application)
  end
  close_tally(tally)
end

-- Hands a batch of events over: to the feed they belong to, and to their targets.
-- KEYS: the relay's state (hash), the ids of its last batch (set).
-- ARGV: epoch, feed window in ms, then per event: id, feed key, event as JSON, feed, source, type, ordering key, targets as JSON.
-- A relay with an older epoch has been replaced and is refused; an event of the last batch is not handed over again.
-- Answers how many were new, and for each that could not be handed over its id and why; all others are.
redis.register_function('mycelium_hand_over', function(keys, args)
  local epoch = tonumber(args[1])
  if epoch < tonumber(redis.call('HGET', keys[1], 'epoch') or '0') then
    return redis.error_reply('STALE a newer relay is at work')
  end
  redis.call('HSET', keys[1], 'epoch', epoch)
  local tally = open_tally()
  local handed, ids, refused = 0, {}, {}
  for i = 3, #args, 8 do
    local id, feed, json = args[i], args[i + 1], args[i + 2]
    ids[#ids + 1] = id
    if redis.call('SISMEMBER', keys[2], id) == 0 then
      local is_handed, why = pcall(function()
        local cursor = redis.call('XADD', feed, 'MINID', tally.now - tonumber(args[2]), '*', 'event', json)
        redis.call('PEXPIRE', feed, args[2])
        redis.call('PUBLISH', feed, cursor)
        deliver(tally, {
          id = id, json = json, tenant = args[i + 3], source = args[i + 4], type = args[i + 5], key = args[i + 6],
          targets = cjson.decode(args[i + 7]),
        })
      end)
      if is_handed then handed = handed + 1 else
        refused[#refused + 1] = id
        refused[#refused + 1] = type(why) == 'table' and why.err or tostring(why)
      end
    end
  end
  close_deliveries(tally, 'published')
  redis.call('DEL', keys[2])
  if #ids > 0 then redis.call('SADD', keys[2], unpack(ids)) end
  return { handed, refused }
end)

-- Which of these events were told before, by their idempotency keys: their ids, by the place of the event in `args`; or an answer
-- when a key was used for something else. A key remembers `id digest`; one of an older version has no digest, and takes any.
local function told_before(args)
  local before, used = {}, {}
  for i = 2, #args, 10 do
    local once, digest = args[i + 7], args[i + 9]
    if once ~= '' then
      local key = key_of('once', args[i + 1], args[i + 2], once)
      local said = used[key] or redis.call('GET', key)
      if said then
        local id, content = said:match('^(%S+) ?(%S*)$')
        if content ~= '' and content ~= digest then return nil, { 'USED', (i - 2) / 10, id } end
        before[i] = id
      end
      used[key] = said or (args[i] .. ' ' .. digest)
    end
  end
  return before
end

-- Publishes events that come from outside. ARGV: window of idempotency keys in ms, then per event:
-- id, tenant, source, type, ordering key, event as JSON, targets as JSON, idempotency key or nothing, what the audit log is
-- to say of it, as JSON, or nothing, and a digest of what the event says.
-- Answers, for each, the id it has: that of the first one with the same idempotency key. Or USED, the index of an event
-- whose key was used for something else, and the id of that; nothing is published then.
redis.register_function('mycelium_publish', function(_, args)
  local before, used = told_before(args)
  if used then return used end
  local tally = open_tally()
  local ids, decoded = {}, {}
  for i = 2, #args, 10 do
    local id, tenant, source, once, targets = args[i], args[i + 1], args[i + 2], args[i + 7], args[i + 6]
    if not before[i] then
      if once ~= '' then redis.call('SET', key_of('once', tenant, source, once), id .. ' ' .. args[i + 9], 'PX', args[1]) end
      decoded[targets] = decoded[targets] or cjson.decode(targets)
      deliver(tally, {
        id = id, tenant = tenant, source = source, type = args[i + 3], key = args[i + 4], json = args[i + 5], targets = decoded[targets],
      })
      if args[i + 8] ~= '' then redis.call('XADD', 'mycelium:audit', '*', 'audit', args[i + 8]) end
    end
    ids[#ids + 1] = before[i] or id
  end
  close_deliveries(tally, 'published')
  return ids
end)

local REDELIVERIES_KEPT_MS = 24 * 60 * 60 * 1000

-- Delivers an event once more, with the same id, to one target. ARGV: tenant, application, event id, source, type,
-- ordering key, event as JSON, 1 when it is a replay, 1 when it lay among those that failed, and for whom: a job does it once.
-- Answers DELIVERED, UNDER_WAY, or ENDED when this job has delivered it before, and it has ended since.
redis.register_function('mycelium_redeliver', function(_, args)
  local tenant, application, id, source, job = args[1], args[2], args[3], args[4], args[10]
  if redis.call('HEXISTS', key_of('index', tenant, application), id) == 1 then return 'UNDER_WAY' end
  if job ~= '' then
    local key = key_of('redelivered', tenant, job)
    if redis.call('SADD', key, application .. ' ' .. id) == 0 then return 'ENDED' end
    redis.call('PEXPIRE', key, REDELIVERIES_KEPT_MS)
  end
  local tally = open_tally()
  redis.call('DEL', key_of('answer', tenant, application, id), key_of('trouble', tenant, application, id))
  local event = { id = id, tenant = tenant, source = source, type = args[5], key = args[6], json = args[7] }
  deliver_to(tally, open_tenant(tally, tenant), tenant, application, event, args[8] == '1', true)
  if args[9] == '1' then count(tally, tenant, source .. '>' .. application, 'stored', -1) end
  close_deliveries(tally, args[8] == '1' and 'replayed' or 'retried')
  return 'DELIVERED'
end)
