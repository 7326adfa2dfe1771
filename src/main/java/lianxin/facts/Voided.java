package lianxin.facts;

/** Says that an earlier fact never was; the earlier fact stays in the journal. Which one stands in the row itself. */
record Voided(Thing thing, Charge charge) implements Fact {

    static final FactKind KIND = new FactKind("fact.voided", "更正作废", "fact voided", Voided.class);

    @Override
    public Ref about() {
        return Ref.of("fact", thing.id());
    }

    @Override
    public Ref unit() {
        return Ref.of("unit", charge.unit());
    }

    record Thing(String id) {}

    record Charge(int unit) {}
}
