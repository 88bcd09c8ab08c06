# Makes fixtures/readers/pictures: one drawing as cameras, scanners and screens keep it: python3 test/readers/make/pictures.py (needs Pillow).
# The outputs are checked in, so that the tests need no Python.
from pathlib import Path

from PIL import Image, ImageDraw, TiffImagePlugin

TARGET = Path(__file__).resolve().parents[3] / 'fixtures' / 'readers' / 'pictures'
TARGET.mkdir(parents=True, exist_ok=True)
page = Image.new('L', (400, 560), 255)
draw = ImageDraw.Draw(page)
draw.rectangle((40, 40, 199, 119), fill=0)
draw.rectangle((40, 500, 359, 519), fill=0)
colour = page.convert('RGB')
ImageDraw.Draw(colour).rectangle((300, 200, 359, 259), fill=(255, 0, 0))
bits = page.convert('1')


def save(picture, name, **options):
    picture.save(TARGET / name, **options)


save(page, 'grey.jpg', quality=80)
save(colour, 'colour.jpg', quality=80)
exif = Image.Exif()
exif[0x0112] = 6
save(colour.rotate(90, expand=True), 'turned.jpg', quality=80, exif=exif)
save(colour.convert('CMYK'), 'cmyk.jpg', quality=80)
save(page, 'grey.png')
save(bits, 'bits.png')
save(colour, 'colour.png')
save(colour.quantize(8), 'palette.png')
clear = colour.convert('RGBA')
clear.putalpha(page.point(lambda one: 255 if one == 0 else 0))
clear.paste((255, 0, 0, 255), (300, 200, 360, 260))
save(clear, 'clear.png')
save(page.convert('LA'), 'grey-alpha.png')
save(bits, 'fax.tif', compression='group4')
save(bits, 'fax3.tif', compression='group3')
save(page, 'lzw.tif', compression='tiff_lzw')
TiffImagePlugin.STRIP_SIZE = 1600
save(page, 'strips.tif', compression='tiff_lzw')
TiffImagePlugin.STRIP_SIZE = 65536
save(colour, 'deflate.tif', compression='tiff_adobe_deflate')
save(colour, 'photo.tif', compression='jpeg')
save(page, 'packbits.tif', compression='packbits')
save(bits, 'bits-raw.tif')
save(colour.quantize(8), 'palette.tif', compression='tiff_lzw')
page.save(TARGET / 'pages.tif', compression='tiff_lzw', save_all=True, append_images=[page, colour])
