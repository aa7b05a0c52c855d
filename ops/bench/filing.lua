-- wrk -s filing.lua URL: hands in complaints as phones send those they have kept, the whole form at once. Each session hands in
-- a few, one after the other as those of people do, and each from another address, as many as the limits of people allow; the
-- portal must believe X-Forwarded-For.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local uses_of_a_session = 20
local places = 8

-- More than connections, and taken in turn: nobody sends two reports at the same moment.
local most_sessions = 64
local sessions = {}
local turn = 0

local function key()
  return (("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"):gsub("x", function() return string.format("%x", math.random(0, 15)) end))
end

local function encode(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

local function address()
  return "36." .. math.random(64, 95) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
end

function init(args)
  math.randomseed(os.time() * 64 + number)
end

function request()
  if #sessions < most_sessions then
    return wrk.format("GET", "/pengaduan/baru/token", { ["X-Forwarded-For"] = address() })
  end
  turn = turn % #sessions + 1
  local session = sessions[turn]
  session.uses = session.uses + 1
  if session.uses == uses_of_a_session then
    sessions[turn] = sessions[#sessions]
    sessions[#sessions] = nil
  end
  local id = key()
  local body = "_csrf=" .. encode(session.token) .. "&kunci=" .. id ..
    "&jenis=pengaduan&tentang=tempat&kategori=jalan-rusak&kelurahan=36.71.01.100" .. session.uses % places + 1 ..
    "&alamat=" .. encode("Jalan Kenanga nomor " .. math.random(0, 399)) .. "&judul=" .. encode("Lubang di depan rumah " .. id:sub(1, 8)) ..
    "&isi=" .. encode("Lubang itu dalam, airnya tidak surut, dan sudah dua motor jatuh. Mohon segera ditutup. " .. id) ..
    "&identitas=ya"
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Accept"] = "application/json",
    ["Origin"] = wrk.scheme .. "://" .. wrk.host .. ":" .. wrk.port,
    ["X-Forwarded-For"] = address(),
    ["Cookie"] = session.cookie,
  }, body)
end

function response(status, headers, body)
  local token = status == 200 and body:match('"nilai":"([^"]*)"')
  if token then
    sessions[#sessions + 1] = { cookie = headers["Set-Cookie"]:match("^[^;]*"), token = token, uses = 0 }
  end
end
