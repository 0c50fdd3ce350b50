-- How many this application may have now, by its breaker: none while it is open, one as a probe afterwards.
local function admitted(tenant, application, now, lease, most)
  local key = key_of('application', tenant, application)
  local found = redis.call('HMGET', key, 'breaker', 'openUntil', 'probeUntil')
  local state = found[1] or 'CLOSED'
  if state == 'CLOSED' then return most end
  if state == 'OPEN' and now < tonumber(found[2]) then return 0, tonumber(found[2]) end
  if state == 'HALF_OPEN' and now < tonumber(found[3] or '0') then return 0, tonumber(found[3]) end
  return 1, nil, function() redis.call('HSET', key, 'breaker', 'HALF_OPEN', 'probeUntil', now + lease) end
end

-- Reads what is new in a channel; the group only remembers how far that is.
local function read_new(queue, consumer, count)
  local read = redis.pcall('XREADGROUP', 'GROUP', GROUP, consumer, 'COUNT', count, 'NOACK', 'STREAMS', queue, '>')
  if type(read) == 'table' and read.err then
    redis.call('XGROUP', 'CREATE', queue, GROUP, '0', 'MKSTREAM')
    read = redis.call('XREADGROUP', 'GROUP', GROUP, consumer, 'COUNT', count, 'NOACK', 'STREAMS', queue, '>')
  end
  return read and read[1] and read[1][2] or {}
end

-- One request for deliveries: who asks, for what, and what was found so far.
local function open_request(tally, args)
  args.tally, args.now, args.answer, args.leases = tally, tally.now, {}, {}
  args.stamp = string.format('%.0f %s', tally.now, args.consumer)
  return args
end

local function room(request) return request.most - #request.answer / 5 end

local function hand_out(request, leased, entry, id, json, tries, failures, replay)
  local answer, leases, at = request.answer, request.leases, #request.answer
  answer[at + 1], answer[at + 2], answer[at + 3], answer[at + 4], answer[at + 5] = id, json, tries, request.now + request.lease, replay or ''
  leased[#leased + 1] = request.now + request.lease
  leased[#leased + 1] = entry
  leases[#leases + 1] = id
  leases[#leases + 1] = 'L ' .. tries .. ' ' .. failures .. ' ' .. request.stamp
end

local function park(request, channel, type, entry)
  redis.call('SADD', key_of('parks', request.tenant, channel), type)
  redis.call('RPUSH', key_of('parked', request.tenant, channel, type), entry)
end

-- What was read before: its wait or its lease is over, it was put aside, or it waited behind another one. Answers whether
-- it is due no more.
local function hand_out_again(request, channel, leased, entry)
  local found = redis.call('XRANGE', key_of('queue', request.tenant, channel), entry, entry)[1]
  local due = key_of('due', request.tenant, channel)
  if not found then redis.call('ZREM', due, entry) return true end
  local json, id, type, replay = found[2][2], found[2][4], found[2][6], found[2][10]
  if request.types and not request.types[type] then
    redis.call('ZREM', due, entry)
    park(request, channel, type, entry)
    return true
  end
  local delivery = read_delivery(request.tenant, request.application, id)
  if not delivery or delivery.entry ~= entry then
    clear_away(request.tally, request.tenant, channel, entry)
    return true
  end
  -- Whoever had it has gone, or was too slow.
  if delivery.state == 'L' and expire(request.tally, request.tenant, request.application, delivery, request.policy) then return end
  hand_out(request, leased, entry, id, json, delivery.tries + 1, delivery.failures, replay)
end

local function lease_channel(request, source)
  local tenant, types = request.tenant, request.types
  local channel = source .. '>' .. request.application
  local due, parks, busy = key_of('due', tenant, channel), key_of('parks', tenant, channel), key_of('busy', tenant, channel)
  local queue = key_of('queue', tenant, channel)
  local leased = {}
  -- What is put aside here leaves room for what is due after it; one that ends lets the next of its key come before those.
  local seen, passed, looks, more = {}, 0, 0, true
  while room(request) > 0 and more and looks < 10 do
    more, looks = false, looks + 1
    for _, entry in ipairs(redis.call('ZRANGE', due, '-inf', request.now, 'BYSCORE', 'LIMIT', 0, passed + room(request))) do
      if not seen[entry] and room(request) > 0 then
        seen[entry], more = true, true
        if not hand_out_again(request, channel, leased, entry) then passed = passed + 1 end
      end
    end
  end
  for _, type in ipairs(redis.call('SMEMBERS', parks)) do
    while (not types or types[type]) and room(request) > 0 do
      local entry = redis.call('LPOP', key_of('parked', tenant, channel, type))
      if not entry then redis.call('SREM', parks, type) break end
      hand_out_again(request, channel, leased, entry)
    end
  end
  -- What nobody asked for here is put aside, so that it is read once; one call reads so much at most.
  local unread, rounds = true, 0
  while room(request) > 0 and unread and rounds < 10 do
    rounds = rounds + 1
    local asked = math.max(room(request), types and 100 or 1)
    local entries = read_new(queue, request.consumer, asked)
    unread = #entries == asked
    for _, each in ipairs(entries) do
      local entry, fields = each[1], each[2]
      local type, key = fields[6], fields[8]
      if key ~= '' and redis.call('HSETNX', busy, key, entry) == 0 then
        redis.call('RPUSH', key_of('behind', tenant, channel, key), entry)
      elseif room(request) > 0 and (not types or types[type]) then
        hand_out(request, leased, entry, fields[4], fields[2], 1, 0, fields[10])
      else
        park(request, channel, type, entry)
      end
    end
  end
  if #leased > 0 then redis.call('ZADD', due, unpack(leased)) end
  local ready = key_of('ready', tenant, request.application)
  local first = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
  if unread or redis.call('EXISTS', parks) == 1 then
    redis.call('ZADD', ready, request.now, source)
  elseif first[2] then
    redis.call('ZADD', ready, first[2], source)
  else
    redis.call('ZREM', ready, source)
  end
end

local function lease(args)
  local request = open_request(open_tally(), args)
  request.policy = policy_of(request.tenant, request.policy)
  local tenant, application, now = request.tenant, request.application, request.now
  local most, later, probe = admitted(tenant, application, now, request.lease, request.most)
  if most == 0 then
    redis.call('ZADD', key_of('ready', application), later, tenant)
    return request.answer
  end
  request.most = most
  local ready = key_of('ready', tenant, application)
  for _, source in ipairs(redis.call('ZRANGE', ready, '-inf', now, 'BYSCORE', 'LIMIT', 0, 64)) do
    if room(request) <= 0 then break end
    if redis.call('SISMEMBER', key_of('paused', tenant), source .. '>' .. application) == 1 then
      redis.call('ZREM', ready, source)
    else
      lease_channel(request, source)
    end
  end
  local first = redis.call('ZRANGE', ready, 0, 0, 'WITHSCORES')
  if first[2] then redis.call('ZADD', key_of('ready', application), first[2], tenant) else redis.call('ZREM', key_of('ready', application), tenant) end
  if #request.leases > 0 then redis.call('HSET', key_of('leases', tenant, application), unpack(request.leases)) end
  if #request.answer > 0 and probe then
    probe()
    request.tally.touched[tenant] = true
  end
  close_tally(request.tally)
  return request.answer
end

local function types_of(list)
  if list == '' then return nil end
  local types = {}
  for _, type in ipairs(cjson.decode(list)) do types[type] = true end
  return types
end

-- Leases deliveries of one tenant to a consumer. ARGV: tenant, application, consumer, lease in ms, how many at most,
-- types as JSON or nothing for all, a policy as JSON where it is not the tenant's: attempts, backOffMs, backOffAtMostMs,
-- breaker { failures, openMs }; and 1 when a program outside asks for an application that has a home.
-- Answers five values for each: id, event as JSON, number of the attempt, end of the lease, 1 when it is a replay; or HOME
-- when the home takes them.
redis.register_function('mycelium_lease', function(_, args)
  if args[8] == '1' and redis.call('SISMEMBER', key_of('outside', args[2]), args[1]) == 0 then return 'HOME' end
  return lease({
    tenant = args[1], application = args[2], consumer = args[3], lease = tonumber(args[4]), most = tonumber(args[5]),
    types = types_of(args[6]), policy = args[7],
  })
end)

-- The same over all tenants, in turn, but for those whose deliveries somebody outside takes. ARGV: application, consumer,
-- lease in ms, how many at most. Answers in how many ms there may be something, or -1, the deliveries, and whose they are.
redis.register_function('mycelium_lease_any', function(_, args)
  local application = args[1]
  local key = key_of('ready', application)
  for _, tenant in ipairs(redis.call('ZRANGE', key, '-inf', clock(), 'BYSCORE', 'LIMIT', 0, 16)) do
    if redis.call('SISMEMBER', key_of('outside', application), tenant) == 1 then
      redis.call('ZREM', key, tenant)
    else
      local leased = lease({
        tenant = tenant, application = application, consumer = args[2], lease = tonumber(args[3]),
        most = tonumber(args[4]), policy = '',
      })
      if #leased > 0 then return { 0, leased, tenant } end
    end
  end
  local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
  return { first[2] and math.max(tonumber(first[2]) - clock(), 1) or -1, {}, '' }
end)
