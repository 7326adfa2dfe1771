// Drawing a border on the map. The field of corners is the border; the map shows it and writes into it.
addEventListener('DOMContentLoaded', () => {
  'use strict';
  const box = document.getElementById('border-map');
  const field = document.getElementById('border');
  const datum = document.getElementById('datum');
  if (!box || !field || !window.L) return;

  const map = L.map(box, {attributionControl: false, doubleClickZoom: false});
  const neighbors = L.layerGroup().addTo(map);
  const findings = L.layerGroup().addTo(map);
  const mine = L.polygon([], {className: 'mine', interactive: false}).addTo(map);
  const handles = L.layerGroup().addTo(map);
  const corners = [];
  const near = 10;
  const most = 400;
  let rings = [];

  function read() {
    rings = field.value.split(/\n\s*\n/).map(part => part.trim().split('\n').map(line => {
      const numbers = (line.match(/\d+(\.\d+)?/g) || []).map(Number);
      return numbers.length === 2 ? L.latLng(Math.min(...numbers), Math.max(...numbers)) : null;
    }).filter(Boolean)).filter(ring => ring.length);
  }
  function write() {
    field.value = rings.map(ring => ring.map(it => `${it.lng.toFixed(7)}, ${it.lat.toFixed(7)}`).join('\n')).join('\n\n');
    datum.value = 'wgs84';
    draw();
  }
  // A corner dropped close to a corner of a neighbor becomes that corner; what is drawn finer the server does.
  function drawnTo(at) {
    const here = map.latLngToLayerPoint(at);
    let best = at, least = near;
    for (const corner of corners) {
      const distance = here.distanceTo(map.latLngToLayerPoint(corner));
      if (distance < least) { best = corner; least = distance; }
    }
    return best;
  }
  function handle(ring, i, className, at) {
    const marker = L.marker(at, {draggable: true, keyboard: false, title: box.dataset.corner, icon: L.divIcon({className, iconSize: [14, 14]})});
    marker.on('dragend', () => {
      const to = drawnTo(marker.getLatLng());
      if (className === 'corner') ring[i] = to;
      else ring.splice(i + 1, 0, to);
      write();
    });
    if (className === 'corner') marker.on('dblclick', () => { if (ring.length > 3) { ring.splice(i, 1); write(); } });
    handles.addLayer(marker);
  }
  function draw() {
    mine.setLatLngs(rings);
    handles.clearLayers();
    const view = map.getBounds().pad(0.1);
    for (const ring of rings) {
      const seen = ring.map((at, i) => i).filter(i => view.contains(ring[i]));
      if (seen.length > most) continue;
      for (const i of seen) {
        handle(ring, i, 'corner', ring[i]);
        const next = ring[(i + 1) % ring.length];
        if (ring.length > 1) handle(ring, i, 'middle', L.latLng((ring[i].lat + next.lat) / 2, (ring[i].lng + next.lng) / 2));
      }
    }
  }
  const whole = () => rings.length > 0 && rings[0].length > 2;

  map.on('click', event => {
    if (whole()) return;
    if (!rings.length) rings.push([]);
    rings[0].push(drawnTo(event.latlng));
    write();
  });
  map.on('moveend', draw);
  field.addEventListener('change', () => { read(); draw(); });

  read();
  if (whole()) map.fitBounds(L.latLngBounds(rings.flat()).pad(0.2));
  else map.setView([35, 105], 4);
  if (box.dataset.findings) {
    const shown = L.geoJSON(JSON.parse(box.dataset.findings), {interactive: false, style: it => ({className: it.properties.name === 'border' ? 'checked' : it.properties.name})});
    findings.addLayer(shown);
  }
  fetch(box.dataset.neighbors, {headers: {Accept: 'application/json'}}).then(answer => answer.ok ? answer.json() : null).then(found => {
    if (!found) return;
    const shown = L.geoJSON(found, {
      interactive: false,
      style: it => ({className: it.properties.name === 'above' ? 'above' : 'other'}),
      onEachFeature: (it, layer) => {
        if (it.properties.name !== 'above') layer.bindTooltip(it.properties.name, {permanent: found.features.length < 40, direction: 'center', className: 'neighbor-name'});
      },
    });
    neighbors.addLayer(shown);
    shown.eachLayer(layer => layer.bringToBack());
    const deep = it => Array.isArray(it) ? it.forEach(deep) : corners.push(it);
    shown.eachLayer(layer => deep(layer.getLatLngs()));
    if (!whole() && shown.getBounds().isValid()) map.fitBounds(shown.getBounds());
    draw();
  });
});
