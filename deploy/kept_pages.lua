-- Which copies of pages nginx may still serve. The publication names the tags of each page (Cache-Tag) and, at each
-- change, the tags that changed. Copies are kept under a number that grows when one of their tags changes: what was kept
-- under an older number is never asked for again, and falls out of the cache by itself.
--
-- nginx.conf says where this goes and what is called when.

local pages = ngx.shared.national_update_pages
local changes = ngx.shared.national_update_changes

local M = {}

-- Changes may have been missed while nginx was down, so it begins above every number it had before. A reload keeps both
-- tables, and with them what is known.
function M.begin()
  local number = ngx.time() * 1000
  changes:add("floor", number)
  changes:add("last", number)
end

-- The number under which a page is kept. Of a page whose tags are not known any change may be one.
function M.number_of(page)
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

return M
