-- wrk -s filing.lua URL -- sessions: hands in complaints, each from another device, with the sessions of a file that has a cookie
-- and a token in each line. As a phone sends one it has kept: the whole form at once.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local sessions = {}
local count = 0

local function key()
  return (("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"):gsub("x", function() return string.format("%x", math.random(0, 15)) end))
end

local function encode(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

function init(args)
  for line in io.lines(args[1]) do
    local cookie, token = line:match("^(%S+) (%S+)$")
    sessions[#sessions + 1] = { cookie = cookie, token = token }
  end
  math.randomseed(os.time() * 64 + number)
end

function request()
  count = count + 1
  local session = sessions[count % #sessions + 1]
  local id = key()
  local house = math.random(0, 399)
  local body = "_csrf=" .. encode(session.token) .. "&kunci=" .. id ..
    "&jenis=pengaduan&tentang=tempat&kategori=jalan-rusak&kelurahan=36.71.01.100" .. math.random(1, 8) ..
    "&alamat=" .. encode("Jalan Kenanga nomor " .. house) .. "&judul=" .. encode("Lubang di depan rumah " .. id:sub(1, 8)) ..
    "&isi=" .. encode("Lubang itu dalam, airnya tidak surut, dan sudah dua motor jatuh. Mohon segera ditutup. " .. id) ..
    "&identitas=ya"
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Accept"] = "application/json",
    ["Origin"] = wrk.scheme .. "://" .. wrk.host .. ":" .. wrk.port,
    ["User-Agent"] = "Pengukur " .. id,
    ["Cookie"] = session.cookie,
  }, body)
end
