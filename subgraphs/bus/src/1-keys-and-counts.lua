-- The event bus. A delivery is one event for one target application of one tenant; a channel leads from a source to a target.
-- Every function is one atomic step; the clock is Redis's own, so that no two processes can disagree about it.
-- What a step does to many deliveries of one kind, it does with one command: their number hardly counts.
--
--   queue:<tenant>:<channel>      stream   the deliveries that have not ended, oldest first
--   due:<tenant>:<channel>        sorted   those that were read: when their lease ends, or their wait
--   parked:<tenant>:<channel>:<type>  list those that were read by somebody who wanted other types; parks:<…> names the types
--   busy:<tenant>:<channel>       hash     ordering key -> who has it now; behind:<…>:<key> is the list of who waits
--   index:<tenant>:<application>  hash     event id -> entry (with a * when the database has a row), source, type, ordering key of what has not ended
--   leases:<tenant>:<application> hash     event id -> state (L leased, R waits after a failure), attempts, failures, since, consumer
--   trouble:<tenant>:<application>:<id>    list  the attempts that failed, as JSON
--   answer:<tenant>:<application>:<id>     how it ended, as JSON, for a while
--   acknowledged:<tenant>:<source>         stream what was acknowledged of what a source has told, for those in the set hears:<tenant>
--   hearing                       set      the subgraphs that hear how deliveries end, each of the types in the set hears-ends:<subgraph>
--   ends:<subgraph>               stream   what has ended for it, until it has kept it
--   lapsed:<tenant>:<application>:<since>:<consumer>  a call whose leases ran out, for a while
--   redelivered:<tenant>:<job>    set      `application id` of what a job has delivered once more, for a while
--   followers:<tenant>            hash     application -> filter as JSON: targets that are told what others tell each other
--   failing:<tenant>              hash     channel -> since when nothing has succeeded in it, how many attempts have failed since, how many deliveries were given up
--   off:<tenant>, unused:<tenant> sets     the products that are switched off, and those that the tenant never had
--   changes:<tenant>              stream of one: the last change of what is counted, at its position
--   ready:<tenant>:<application>  sorted   sources that have something, and when; ready:<application> the tenants

local BUS = 'mycelium:bus:'
local GROUP = 'application'
local MINUTES_KEPT_MS = 3 * 60 * 60 * 1000
local DAYS_KEPT_MS = 92 * 24 * 60 * 60 * 1000

local function clock()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local function key_of(kind, ...) return BUS .. kind .. ':' .. table.concat({ ... }, ':') end

-- What a step counts, takes away and announces, written once at its end.
local function open_tally()
  return { now = clock(), totals = {}, minutes = {}, days = {}, rings = {}, touched = {}, ended = {} }
end

local function table_in(group, key)
  local inner = group[key]
  if not inner then inner = {} group[key] = inner end
  return inner
end

local function add(fields, field, amount) fields[field] = (fields[field] or 0) + amount end

local function count(tally, tenant, channel, what, amount)
  add(table_in(tally.totals, tenant), channel .. '|' .. what, amount)
  tally.touched[tenant] = true
end

local function count_day(tally, tenant, channel, type, what, amount)
  add(table_in(tally.days, tenant), channel .. '|' .. type .. '|' .. what, amount or 1)
end

local function ring(tally, tenant, source, application) table_in(tally.rings, tenant)[source .. '>' .. application] = true end

-- The delivery leaves its channel at the end of the step, with all others that do; `took` in ms, of those that were acknowledged.
local function take_away(tally, tenant, application, delivery, what, took)
  local channel = delivery.source .. '>' .. application
  local kinds = table_in(tally.ended, tenant .. ':' .. channel)
  local kind = kinds[1]
  if not kind then
    kind = { tenant = tenant, application = application, channel = channel, entries = {}, ids = {}, whats = {}, types = {}, took = {} }
    kinds[1] = kind
  end
  kind.entries[#kind.entries + 1] = delivery.entry
  kind.ids[#kind.ids + 1] = delivery.id
  add(kind.whats, what, 1)
  add(table_in(kind.types, delivery.type), what, 1)
  if took then add(kind.took, math.floor(2 * math.log(math.max(took, 1)) / math.log(2)), 1) end
end

local function end_deliveries(tally)
  for key, kinds in pairs(tally.ended) do
    local kind = kinds[1]
    local tenant, channel = kind.tenant, kind.channel
    redis.call('XDEL', BUS .. 'queue:' .. key, unpack(kind.entries))
    redis.call('ZREM', BUS .. 'due:' .. key, unpack(kind.entries))
    redis.call('HDEL', key_of('index', tenant, kind.application), unpack(kind.ids))
    redis.call('HDEL', key_of('leases', tenant, kind.application), unpack(kind.ids))
    count(tally, tenant, channel, 'pending', -#kind.ids)
    if kind.whats.acknowledged then redis.call('HDEL', key_of('failing', tenant), channel) end
    local minutes = table_in(tally.minutes, tenant)
    for what, amount in pairs(kind.whats) do
      count(tally, tenant, channel, what, amount)
      if what ~= 'acknowledged' then count(tally, tenant, channel, 'stored', amount) end
      add(minutes, channel .. '|' .. what, amount)
    end
    for type, whats in pairs(kind.types) do
      for what, amount in pairs(whats) do count_day(tally, tenant, channel, type, what, amount) end
    end
    for bucket, amount in pairs(kind.took) do
      add(minutes, channel .. '|took|' .. bucket, amount)
      count_day(tally, tenant, channel, 'took', bucket, amount)
    end
  end
end

local function write_counts(prefix, group, kept)
  for tenant, fields in pairs(group) do
    local key = prefix(tenant)
    for field, amount in pairs(fields) do
      local value = redis.call('HINCRBY', key, field, amount)
      if kept and value == amount then redis.call('PEXPIRE', key, kept) end
    end
  end
end

-- The position is there before whoever hears of it reads it.
local function tell_changed(tenant, now)
  redis.call('XADD', key_of('changes', tenant), 'MAXLEN', 1, '*', 'at', now)
  redis.call('PUBLISH', key_of('changed', tenant), now)
end

local function close_tally(tally)
  local now = tally.now
  end_deliveries(tally)
  write_counts(function(tenant) return key_of('totals', tenant) end, tally.totals)
  write_counts(function(tenant) return key_of('minute', tenant, math.floor(now / 60000)) end, tally.minutes, MINUTES_KEPT_MS)
  write_counts(function(tenant) return key_of('day', tenant, math.floor(now / 86400000)) end, tally.days, DAYS_KEPT_MS)
  for tenant, channels in pairs(tally.rings) do
    local rung = {}
    for channel in pairs(channels) do
      local source, application = channel:match('^(.-)>(.*)$')
      redis.call('ZADD', key_of('ready', tenant, application), 'LT', now, source)
      redis.call('SADD', BUS .. 'channels', tenant .. ' ' .. channel)
      if not rung[application] then
        rung[application] = true
        redis.call('ZADD', key_of('ready', application), 'LT', now, tenant)
        redis.call('PUBLISH', key_of('bell', application), tenant)
      end
    end
  end
  for tenant in pairs(tally.touched) do tell_changed(tenant, now) end
end

-- What the database is to know: an event was published, acknowledged or given up.
local function tell_keeper(tenant, application, id, what, more)
  redis.call('XADD', BUS .. 'keep', '*', 'tenant', tenant, 'application', application, 'id', id, 'what', what, unpack(more))
end

-- How deliveries are tried again: as whoever takes them says, who has a schedule of its own; as the tenant said; or as usual.
local function policy_of(tenant, given)
  if given ~= '' then return cjson.decode(given) end
  return cjson.decode(redis.call('HGET', key_of('settings', tenant), 'policy') or USUAL.policy)
end

local function keeps_all(tenant)
  return (redis.call('HGET', key_of('settings', tenant), 'mode') or 'ZERO_DB_SUCCESS') ~= 'ZERO_DB_SUCCESS'
end
