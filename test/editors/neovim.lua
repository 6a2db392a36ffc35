-- Drives Neovim as its user would: opens a draft, reads the faults, asks what a cell means, takes a remedy. What it sees
-- goes to the file that GONGKAI_SEEN names, as JSON.
local seen = { faults = {}, left = {} }
local patience = 10000

local function finish(problem)
  seen.problem = problem
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.GONGKAI_SEEN)
  vim.cmd('qall!')
end

local function faults(buffer)
  local found = {}
  for _, fault in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, {
      code = fault.user_data and fault.user_data.lsp and fault.user_data.lsp.code or fault.code,
      line = fault.lnum,
      column = fault.col,
      endColumn = fault.end_col,
      text = vim.api.nvim_buf_get_lines(buffer, fault.lnum, fault.lnum + 1, false)[1]:sub(fault.col + 1, fault.end_col),
    })
  end
  return found
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.GONGKAI_DRAFT))
  local buffer = vim.api.nvim_get_current_buf()
  local published = 0
  local id = vim.lsp.start_client({
    name = 'gongkai',
    cmd = { vim.env.GONGKAI_NODE, vim.env.GONGKAI_CLI, 'lsp', '--stdio' },
    root_dir = vim.fn.getcwd(),
    get_language_id = function() return 'markdown' end,
    handlers = {
      ['textDocument/publishDiagnostics'] = function(...)
        published = published + 1
        return vim.lsp.handlers['textDocument/publishDiagnostics'](...)
      end,
    },
  })
  if not id then return finish('the server did not start') end
  vim.lsp.buf_attach_client(buffer, id)
  if not vim.wait(patience, function() return published > 0 and #vim.diagnostic.get(buffer) > 0 end, 10) then
    return finish('no diagnostics')
  end
  seen.faults = faults(buffer)
  local client = vim.lsp.get_client_by_id(id)

  local total
  for _, fault in ipairs(vim.diagnostic.get(buffer)) do
    if (fault.user_data and fault.user_data.lsp and fault.user_data.lsp.code or fault.code) == 'sum-row' then total = fault end
  end
  if not total then return finish('no sum-row') end
  vim.api.nvim_win_set_cursor(0, { total.lnum + 1, total.col })

  local function ask(method, params)
    local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, patience)
    if problem then error(method .. ': ' .. problem) end
    local answer = answers and answers[id]
    if not answer or answer.err then error(method .. ': ' .. vim.inspect(answer and answer.err)) end
    return answer.result
  end

  local position = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local hover = ask('textDocument/hover', position)
  seen.hover = hover and vim.lsp.util.convert_input_to_markdown_lines(hover.contents)

  local range = vim.lsp.util.make_range_params(0, client.offset_encoding)
  range.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, total.lnum), only = { 'quickfix' } }
  local actions = ask('textDocument/codeAction', range) or {}
  seen.actions = vim.tbl_map(function(action) return action.title end, actions)
  local before = published
  for _, action in ipairs(actions) do
    if action.edit and action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      seen.applied = action.title
      break
    end
  end
  if seen.applied then
    vim.wait(patience, function() return published > before end, 10)
    seen.left = faults(buffer)
  end
  seen.text = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  vim.lsp.stop_client(id)
  finish()
end

local ok, problem = pcall(run)
if not ok then finish(tostring(problem)) end
