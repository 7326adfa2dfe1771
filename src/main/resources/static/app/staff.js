// Comfort for people at the workbench. Every page works without it.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('script');

  document.addEventListener('htmx:configRequest', event => {
    const csrf = document.querySelector('meta[name=csrf]');
    if (csrf && event.detail.verb !== 'get') event.detail.headers[csrf.dataset.header] = csrf.content;
  });
  document.addEventListener('htmx:beforeRequest', () => document.getElementById('problem')?.replaceChildren());

  const dialogKeys = document.getElementById('keys');
  const withKey = () => [...document.querySelectorAll('[data-key]')].filter(it => it.offsetParent !== null);

  const off = document.getElementById('keys-off');
  if (off) {
    off.checked = localStorage.getItem('keys') === 'off';
    off.addEventListener('change', () => localStorage.setItem('keys', off.checked ? 'off' : 'on'));
  }

  function help() {
    if (!dialogKeys || dialogKeys.open) return;
    const here = document.getElementById('keys-here');
    here.replaceChildren(...withKey().flatMap(it => {
      const term = document.createElement('dt');
      const key = document.createElement('kbd');
      key.textContent = it.dataset.key.toUpperCase();
      term.append(key);
      const meaning = document.createElement('dd');
      const words = it.cloneNode(true);
      words.querySelectorAll('kbd').forEach(drawn => drawn.remove());
      meaning.textContent = it.getAttribute('aria-label') || words.textContent.trim();
      return [term, meaning];
    }));
    dialogKeys.showModal();
  }

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-opens]');
    if (opener) {
      if (opener.dataset.opens === 'keys') help();
      else document.getElementById(opener.dataset.opens)?.showModal();
    }
    const closer = event.target.closest('[data-closes]');
    if (closer) closer.closest('dialog')?.close();
    if (event.target.closest('[data-print]')) window.print();
    document.querySelectorAll('details.menu[open]').forEach(menu => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener('change', event => {
    const all = event.target.dataset.picks;
    if (all) document.querySelectorAll(`input[type=checkbox][name="${all}"]`).forEach(it => { it.checked = event.target.checked; });
    if (event.target.matches('[data-submits]')) event.target.form.requestSubmit();
  });

  // Rows: tr[data-row] holds one link; the row that is current carries .sel and aria-current.
  const rows = () => [...document.querySelectorAll('[data-row]')];
  function move(step) {
    const all = rows();
    if (all.length === 0) return;
    const now = all.findIndex(row => row.classList.contains('sel'));
    const next = all[Math.max(0, Math.min(all.length - 1, now + step))];
    all.forEach(row => row.classList.toggle('sel', row === next));
    next.querySelector('a')?.focus({preventScroll: true});
    next.scrollIntoView({block: 'nearest'});
  }

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(checkbox|radio|button|submit)$/.test(target.type);
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && typing(event.target)) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (document.querySelector('dialog[open]') || off?.checked) return;
    const search = document.getElementById('search');
    if (/^(j|k|ArrowDown|ArrowUp)$/.test(event.key)) {
      if (rows().length === 0 || event.target.type === 'radio') return;
      move(/^(j|ArrowDown)$/.test(event.key) ? 1 : -1);
    } else if (event.key === 'x' && document.querySelector('[data-row].sel input[type=checkbox]')) document.querySelector('[data-row].sel input[type=checkbox]').click();
    else if (event.key === '/' && search) search.focus();
    else if (event.key === '?') help();
    else if (event.key === 'Enter' && event.target === document.body) document.querySelector('[data-row].sel a')?.click();
    else {
      const action = event.shiftKey ? undefined : withKey().find(it => it.dataset.key === event.key.toLowerCase());
      if (!action) return;
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(action.tagName)) action.focus();
      else action.click();
    }
    if (event.key !== 'Enter') event.preventDefault();
  });

  document.querySelectorAll('.toast').forEach(toast => {
    toast.addEventListener('click', event => { if (!event.target.closest('form')) toast.classList.add('gone'); });
    setTimeout(() => toast.classList.add('gone'), 8000);
  });
})();
