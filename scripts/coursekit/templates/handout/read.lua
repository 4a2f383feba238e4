-- Reads many HTML fragments in one pandoc process and answers with their syntax trees as JSON:
--   pandoc lua read.lua  < ["<p>…</p>", …]  > [{"blocks": […]}, …]
--
-- The empty list as fourth argument of pandoc.read is the sandbox: an <iframe> or any other element
-- that names a file or an address reads nothing (without it pandoc opens them; tried 2026-11-22).

local fragments = pandoc.json.decode(io.read("a"), false)
local trees = pandoc.List()
for _, html in ipairs(fragments) do
  local document = pandoc.read(html, "html", {}, {})
  trees:insert(pandoc.json.decode(pandoc.write(document, "json"), false))
end
io.write(pandoc.json.encode(trees))
