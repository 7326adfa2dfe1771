// Picking a point on the drawn map. The page works without it: coordinates can be typed.
(() => {
  'use strict';
  const map = document.querySelector('svg.map[data-west]');
  const form = document.querySelector('form[data-point]');
  const pick = form?.querySelector('[data-pick]');
  if (!map || !pick) return;

  function picking(on) {
    pick.setAttribute('aria-pressed', String(on));
    map.classList.toggle('picking', on);
  }
  pick.addEventListener('click', () => picking(pick.getAttribute('aria-pressed') !== 'true'));
  document.addEventListener('keydown', event => { if (event.key === 'Escape') picking(false); });

  map.addEventListener('click', event => {
    if (pick.getAttribute('aria-pressed') !== 'true') return;
    event.preventDefault();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    const {west, north, east, south} = map.dataset;
    const box = map.viewBox.baseVal;
    const lon = Number(west) + (east - west) * at.x / box.width;
    const lat = Number(north) + (south - north) * at.y / box.height;
    form.elements.point.value = `${lon.toFixed(6)}, ${lat.toFixed(6)}`;
    form.elements.datum.value = 'wgs84';
    form.requestSubmit();
  });
})();
