using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Channels: how a marketplace's orders come in, and what arrived.</summary>
internal sealed class ChannelsPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.Channels_Title);

    /// <summary>How Amazon goes: connected, failing, not set up.</summary>
    public ILocator Amazon => Region("Amazon");

    /// <summary>The external sellers and other marketplaces, and what does not go through to them.</summary>
    public ILocator Partners => Region(Texts.Channels_Partners);

    public ILocator Reasons => Region(Texts.Channels_Reasons);

    public ILocator WhatArrived => Region(Texts.Channels_Log);

    public async Task<ChannelsPage> OpenAsync()
    {
        await Page.GotoAsync("/channels");
        await BeReadyAsync();
        return this;
    }

    /// <summary>How it goes with one of them, by the seller's id or the affiliate.</summary>
    public ILocator Partner(string id) => Partners.GetByRole(AriaRole.Row).Filter(new() { HasText = id });

    /// <summary>What arrived about an order, by its id there.</summary>
    public ILocator Arrived(string amazonOrderId) => WhatArrived.GetByRole(AriaRole.Row).Filter(new() { HasText = amazonOrderId });

    /// <summary>Makes a secret for who sends notifications, and returns it: it is shown this once.</summary>
    public async Task<string> MakeANewSecretAsync()
    {
        await Button(Texts.Channels_MakeSecret).ClickAsync();
        return await Region(Texts.Channels_Notifications).Locator("#channel-secret").InnerTextAsync();
    }

    /// <summary>Says which reason that is here.</summary>
    public Task ChooseReasonAsync(string saidThere, string reasonHere) => Reasons.GetByLabel(saidThere, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = reasonHere });

    private ILocator Region(string title) => Root.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
}
