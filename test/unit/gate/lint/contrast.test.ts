import {expect} from '@open-wc/testing';
import {contrast, drawn} from '../../../../dist/esm/gate/lint/contrast.js';

describe('contrast', () => {
  it('is 21 between black and white, whichever comes first', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).to.be.closeTo(21, 0.001);
    expect(contrast([255, 255, 255], [0, 0, 0])).to.be.closeTo(21, 0.001);
  });

  it('is 1 between a colour and itself', () => {
    expect(contrast([90, 120, 30], [90, 120, 30])).to.equal(1);
  });

  it('is as the examples of the standard have it', () => {
    expect(contrast([119, 119, 119], [255, 255, 255])).to.be.closeTo(4.48, 0.01);
    expect(contrast([118, 118, 118], [255, 255, 255])).to.be.closeTo(4.54, 0.01);
  });
});

describe('drawn', () => {
  it('reads every way to write a colour', () => {
    for (const colour of ['#ff0000', 'rgb(255 0 0)', 'red', 'color(srgb 1 0 0)'])
      expect(drawn(colour)).to.eql([255, 0, 0]);
  });

  it('sees through what is transparent', () => {
    expect(drawn('transparent', [10, 20, 30])).to.eql([10, 20, 30]);
    expect(drawn('rgb(0 0 0 / 0.5)')![0]).to.be.closeTo(128, 1);
  });
});
