using AdminOrders.Web.Features.Settings;

namespace AdminOrders.Tests.Web;

public sealed class ReasonCodesTests
{
    [Theory]
    [InlineData("Box was damaged", "box-was-damaged")]
    [InlineData("  Wrong  size / colour! ", "wrong-size-colour")]
    [InlineData("¿?", "reason")]
    public void A_code_comes_from_the_english_label(string label, string code) => Assert.Equal(code, ReasonCodes.For(label, []));

    [Fact]
    public void A_code_that_is_taken_gets_a_number() => Assert.Equal("fraud-3", ReasonCodes.For("Fraud", ["fraud", "fraud-2", "other"]));
}
