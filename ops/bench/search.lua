-- wrk -s search.lua URL -- queries.txt: searches for each line of the file in turn.
local paths = {}
local next_path = 0

function init(args)
  for line in io.lines(args[1]) do
    local query = line:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end)
    if #query > 0 then
      paths[#paths + 1] = wrk.format("GET", "/layanan?q=" .. query)
    end
  end
end

function request()
  next_path = next_path % #paths + 1
  return paths[next_path]
end
