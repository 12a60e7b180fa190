-- The requests of one page for wrk, and one line of figures for bench/run.
-- BENCH_PATHS and BENCH_BODIES hold one value per line; requests take them in turn. `@` in a body becomes a number that
-- is different in each request, so that a form that counts once is a new one each time.
local function lines(name)
  local values = {}
  for value in (os.getenv(name) or ""):gmatch("[^\n]+") do values[#values + 1] = value end
  return values
end

local paths, bodies = lines("BENCH_PATHS"), lines("BENCH_BODIES")
local count = 0
wrk.headers["Cookie"] = os.getenv("BENCH_COOKIE") or ""
if #bodies > 0 then
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

request = function()
  count = count + 1
  local body
  if #bodies > 0 then
    local number = string.format("%s-%d", os.getenv("BENCH_RUN") or "0", count)
    body = bodies[count % #bodies + 1]:gsub("@", number)
  end
  return wrk.format(nil, paths[count % #paths + 1], nil, body)
end

done = function(summary, latency)
  local errors = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("BENCH %.3f %.3f %.3f %d %.6f %d\n",
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    summary.requests, summary.duration / 1e6, errors))
end
