// Makes a photo small before it is sent, and shows it. Without this script the photo is sent as it is.
const input = document.getElementById('photo');
input?.addEventListener('change', async () => {
  const [photo] = input.files;
  const before = document.getElementById('photo-seen');
  before?.remove();
  if (!photo || !window.createImageBitmap) return;
  try {
    const image = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, 1600 / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.8));
    if (small && (small.size < photo.size || !/jpeg|png/.test(photo.type))) {
      const files = new DataTransfer();
      files.items.add(new File([small], 'photo.jpg', { type: 'image/jpeg' }));
      input.files = files.files;
    }
    const seen = document.createElement('img');
    seen.id = 'photo-seen';
    seen.className = 'seen';
    seen.alt = input.labels[0].textContent;
    seen.src = URL.createObjectURL(small ?? photo);
    input.after(seen);
  } catch {
    // not a picture this browser can read: the server says what to do
  }
});
