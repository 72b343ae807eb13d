-- Which copies of pages nginx may still serve. The publication names the tags of each page (Cache-Tag) and, at each
-- change, the tags that changed. Copies are kept under a number that grows when one of their tags changes: what was kept
-- under an older number is never asked for again, and falls out of the cache by itself. It also tells the publication who
-- has read a page that came from here, as the counting of views asks for it: nothing of that is written down.
--
-- nginx.conf says where this goes and what is called when.

local pages = ngx.shared.national_update_pages
local changes = ngx.shared.national_update_changes

local M = {}

-- Views that the publication has not been told of, of this worker. They are told together once a second.
local views = {}
local MOST_VIEWS = 1000
local from_here = { HIT = true, STALE = true, UPDATING = true }

-- Changes may have been missed while nginx was down, so it begins above every number it had before. A reload keeps both
-- tables, and with them what is known.
function M.begin()
  local number = ngx.time() * 1000
  changes:add("floor", number)
  changes:add("last", number)
end

-- Pictures, fonts, styles and scripts: what is at such an address never changes.
local lasting = { "^/media/", "^/assets/", "^/_next/static/" }

-- The number under which a page is kept. Of a page whose tags are not known any change may be one.
function M.number_of(page)
  for _, address in ipairs(lasting) do
    if page:find(address) then return 0 end
  end
  local known = pages:get(page)
  if not known then return changes:get("last") end
  local number, tags = known:match("^(%d+) (.*)$")
  number = math.max(tonumber(number), changes:get("floor"))
  for tag in tags:gmatch("[^,]+") do
    number = math.max(number, changes:get("tag " .. tag) or 0)
  end
  return number
end

-- Takes note of what a page fresh from the publication shows. What is no page now may become one by any change.
function M.remember(page, number, status, tags)
  if status == 200 and tags then
    pages:set(page, number .. " " .. tags)
  elseif status ~= 304 then
    pages:delete(page)
  end
end

-- Lets go of every page that shows one of these. Where there is no room to remember a change, of all pages.
function M.purge(tags)
  local number = changes:incr("last", 1)
  for tag in tags:gmatch("[^,]+") do
    if not changes:safe_set("tag " .. tag, number) then
      changes:set("floor", number)
      for _, key in ipairs(changes:get_keys(0)) do
        if key:sub(1, 4) == "tag " then changes:delete(key) end
      end
      return
    end
  end
end

-- A page sent from here was read, and the publication knows nothing of it.
function M.note_view(publication)
  local var = ngx.var
  if not from_here[var.upstream_cache_status] or var.request_method ~= "GET" or var.status >= "400" then return end
  if not (var.upstream_http_content_type or ""):find("^text/html") then return end
  -- Fetched ahead: the page itself tells when it is read.
  if var.http_sec_purpose or var.http_purpose or var.http_x_moz then return end
  if #views >= MOST_VIEWS then return end
  views[#views + 1] = "HEAD " .. var.request_uri .. " HTTP/1.1\r\nHost: " .. var.host .. "\r\nX-Viewed: 1\r\nUser-Agent: "
    .. (var.http_user_agent or "") .. "\r\nX-Forwarded-For: " .. var.remote_addr .. "\r\n\r\n"
  if #views == 1 then ngx.timer.at(1, M.tell_views, publication) end
end

-- What cannot be told is let go: a view more or less is not worth a word in the log.
function M.tell_views(_, publication)
  local told = views
  views = {}
  local host, port = publication:match("^(.*):(%d+)$")
  local socket = ngx.socket.tcp()
  socket:settimeout(2000)
  if not socket:connect(host, tonumber(port)) then return end
  for _, view in ipairs(told) do
    if not socket:send(view) then break end
    repeat
      local line = socket:receive("*l")
    until not line or line == ""
  end
  socket:close()
end

return M
