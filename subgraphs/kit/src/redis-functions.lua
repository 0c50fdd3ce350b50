#!lua name=mycelium

-- Hands a batch of events over: to the feed they belong to, and to the stream of every target application.
-- KEYS: the relay's state (hash), the ids of its last batch (set).
-- ARGV: epoch, feed window in ms, now in ms, then per event: id, feed key, event as JSON, target streams as JSON.
-- A relay with an older epoch has been replaced and is refused; an event of the last batch is not handed over again.
redis.register_function('mycelium_hand_over', function(keys, args)
  local epoch = tonumber(args[1])
  if epoch < tonumber(redis.call('HGET', keys[1], 'epoch') or '0') then
    return redis.error_reply('STALE a newer relay is at work')
  end
  redis.call('HSET', keys[1], 'epoch', epoch)
  local handed = 0
  local ids = {}
  for i = 4, #args, 4 do
    local id, feed, event = args[i], args[i + 1], args[i + 2]
    ids[#ids + 1] = id
    if redis.call('SISMEMBER', keys[2], id) == 0 then
      local cursor = redis.call('XADD', feed, 'MINID', tonumber(args[3]) - tonumber(args[2]), '*', 'event', event)
      redis.call('PEXPIRE', feed, args[2])
      for _, stream in ipairs(cjson.decode(args[i + 3])) do
        redis.call('XADD', stream, '*', 'event', event)
      end
      redis.call('PUBLISH', feed, cursor)
      handed = handed + 1
    end
  end
  redis.call('DEL', keys[2])
  if #ids > 0 then redis.call('SADD', keys[2], unpack(ids)) end
  return handed
end)
